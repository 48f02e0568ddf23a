/** Minh chứng as given in a message: a link or a cited document. Files come as attachments of the platform. */
export type EvidenceGiven =
  | { kind: 'link'; value: string }
  /** As cited: "Báo cáo số 2660/BC-UBND ngày 11/12/2025". */
  | { kind: 'document'; value: string };
