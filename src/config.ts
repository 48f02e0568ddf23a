import { z } from 'zod';

/** The only reader of process.env. .env.example explains every setting. */
const settings = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    DATA_DIR: z.string().default('data'),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'is not a token as @BotFather gives it, "123456:ABC…"')
      .optional(),
    TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).optional(),
    TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    ZALO_SESSION_FILE: z.string().optional(),
    ZALO_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    ZALO_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/, 'is not a token as Zalo Bot Manager sends it, "123456:abc…"')
      .optional(),
    ZALO_BOT_API_ROOT: z.url({ protocol: /^https?$/ }).optional(),
    ZALO_BOT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    WEB_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    WEB_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    LOCALE: z.enum(['vi', 'en']).default('vi'),
    CLOCK_START: z.iso.datetime({ offset: true, local: false }).optional(),
    CLOCK_SPEED: z.coerce.number().positive().default(1),
  })
  .superRefine((values, context) => {
    const rehearses = values.CLOCK_START !== undefined || values.CLOCK_SPEED !== 1;
    if (rehearses && values.TELEGRAM_BOT_TOKEN && !values.TELEGRAM_API_ROOT) {
      context.addIssue({
        code: 'custom',
        path: ['CLOCK_START'],
        message: 'and CLOCK_SPEED are for rehearsals: not together with the real Telegram',
      });
    }
    const isOnZalo =
      (values.ZALO_SESSION_FILE && !values.ZALO_GATEWAY_URL) ||
      (values.ZALO_BOT_TOKEN && !values.ZALO_BOT_API_ROOT);
    if (rehearses && isOnZalo) {
      context.addIssue({
        code: 'custom',
        path: ['CLOCK_START'],
        message: 'and CLOCK_SPEED are for rehearsals: not together with the real Zalo',
      });
    }
  });

export type Config = z.output<typeof settings>;

/** Says which setting is wrong and what it should be; never what it is, because it may be a secret. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/** @throws {WrongSettings} */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty line in .env means "not set".
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new WrongSettings(`Settings: ${problems.join('; ')}. See .env.example.`);
}

/** In which language the shell speaks, whatever else is wrong with the settings. */
export function shellLocale(environment: NodeJS.ProcessEnv = process.env): Config['LOCALE'] {
  return settings.shape.LOCALE.catch('vi').parse(environment.LOCALE || undefined);
}
