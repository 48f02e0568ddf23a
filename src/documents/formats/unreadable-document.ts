import { MOST_ROWS } from '../../services/ports/documents.ts';

export type UnreadableReason =
  /** Nothing in the file. */
  | 'empty'
  /** More than the limits below, packed or unpacked. */
  | 'too-large'
  /** More rows, or more written in them, than any plan has. */
  | 'too-long'
  /** Reading it took more time or memory than any plan does. */
  | 'gave-up'
  /** Opens only with a password. */
  | 'password'
  /** Cut off or damaged. */
  | 'broken'
  /** Word and Excel open it and can save it as .docx or .xlsx: .doc, .xls, .rtf, .odt, .ods, a web page. */
  | 'old-format'
  /** A PDF of pictures: there is no text in it. */
  | 'scanned'
  /** A program, a picture, an archive: nothing that holds a plan. */
  | 'not-a-document';

const ADVICE: Record<UnreadableReason, string> = {
  empty: 'the file is empty; send the file again',
  'too-large': 'the file is too large; send only the plan itself, without pictures and scans',
  'too-long': `the file is too long; of a plan or a list at most ${MOST_ROWS} rows are read: send only the part that counts`,
  'gave-up': 'reading the file took too much time or memory; send only the plan itself, as .docx or .xlsx',
  password: 'the file is protected by a password; save it without one and send it again',
  broken: 'the file is damaged; open it, save it again and send it again',
  'old-format': 'the file is in an older or another format; save it as .docx or .xlsx and send it again',
  scanned:
    'the PDF is a scan without text; send the .docx or .xlsx it was made from, or a PDF saved from Word',
  'not-a-document': 'the file is not a document; send a .docx, .xlsx, .pdf, .csv or text file',
};

/** A file that cannot be read, and what its sender can do about it. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly reason: UnreadableReason;
  readonly file: string;

  constructor(file: string, reason: UnreadableReason, options?: ErrorOptions) {
    super(`${file}: ${ADVICE[reason]}`, options);
    this.file = file;
    this.reason = reason;
  }
}

/** Thrown by a reader, which knows bytes and not the file's name. Whatever else a reader throws means "broken". */
export class ReadingFailure extends Error {
  override readonly name = 'ReadingFailure';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
