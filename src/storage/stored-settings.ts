import { z } from 'zod';
import type { OfficeSettings } from '../domain/office-settings.ts';

/** All that an office may have decided: what is missing here would be forgotten. */
const FIELDS = {
  remindFrom: z.exactOptional(z.string()),
  remindUntil: z.exactOptional(z.string()),
  daysBefore: z.exactOptional(z.array(z.number())),
  overdueEveryWorkingDays: z.exactOptional(z.number()),
  unitHeadFromOverdueDay: z.exactOptional(z.number().nullable()),
  leaderFromOverdueDay: z.exactOptional(z.number().nullable()),
  monthlyAskBeforeDay: z.exactOptional(z.number()),
  closingDay: z.exactOptional(z.number()),
  weeklyOn: z.exactOptional(z.number().nullable()),
  monthlyOn: z.exactOptional(z.number().nullable()),
  daysOff: z.exactOptional(z.array(z.string())),
  workedDays: z.exactOptional(z.array(z.string())),
} satisfies Record<keyof OfficeSettings, z.ZodType>;

/** It grows by fields, and none of them need be there. */
export const storedSettings: z.ZodType<OfficeSettings> = z.object(FIELDS);
