/** @throws once it has taken longer than that; the work itself goes on. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const limit = AbortSignal.timeout(ms);
  const tooLong = new Promise<never>((_resolve, reject) => {
    limit.addEventListener('abort', () => reject(new Error(`no answer within ${ms / 1000} s`)));
  });
  return Promise.race([work, tooLong]);
}
