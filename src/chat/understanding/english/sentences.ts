/** What people say in English, by act: the first sentence that fits is meant. What stands in none of them is asked about. */
import type { Meaning } from './meaning.ts';
import { OFFICE } from './of-office.ts';
import { WORK } from './of-work.ts';
import { QUESTIONS } from './questions.ts';
import { REQUESTS } from './requests.ts';

export const MEANINGS: readonly Meaning[] = [...WORK, ...REQUESTS, ...QUESTIONS, ...OFFICE];
