import { z } from 'zod';
import type { OfficeSettings, StageChoices } from '../domain/office-settings.ts';

const STAGES = {
  daysBefore: z.exactOptional(z.array(z.number())),
  overdueEveryWorkingDays: z.exactOptional(z.number()),
  unitHeadFromOverdueDay: z.exactOptional(z.number().nullable()),
  leaderFromOverdueDay: z.exactOptional(z.number().nullable()),
} satisfies Record<keyof StageChoices, z.ZodType>;

/** All that an office may have decided: what is missing here would be forgotten. */
const FIELDS = {
  remindFrom: z.exactOptional(z.string()),
  remindUntil: z.exactOptional(z.string()),
  ...STAGES,
  plans: z.exactOptional(z.record(z.string(), z.object(STAGES))),
  acceptFirst: z.exactOptional(z.boolean()),
  monthlyAskBeforeDay: z.exactOptional(z.number()),
  closingDay: z.exactOptional(z.number()),
  weeklyOn: z.exactOptional(z.number().nullable()),
  monthlyOn: z.exactOptional(z.number().nullable()),
  daysOff: z.exactOptional(z.array(z.string())),
  workedDays: z.exactOptional(z.array(z.string())),
  swaps: z.exactOptional(z.array(z.object({ off: z.string(), worked: z.string() }))),
} satisfies Record<keyof OfficeSettings, z.ZodType>;

/** It grows by fields, and none of them need be there. */
export const storedSettings: z.ZodType<OfficeSettings> = z.object(FIELDS);
