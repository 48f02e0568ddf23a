/** Failures of finding and opening the connection: not a byte of the request left. @param code Node's */
export function isBeforeSending(code: string): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|.*CERT.*|UNABLE_TO_VERIFY.*)$/.test(
    code,
  );
}
