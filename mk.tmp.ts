import { makePdfFixtures } from './scripts/fixtures/pdf.ts';
makePdfFixtures('./test/fixtures/plans');
