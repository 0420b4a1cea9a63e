/** Does some work, and tells whether it succeeded before anybody else hears of it. */
export async function withEnding<T>(
  work: () => Promise<T>,
  tell: (succeeded: boolean) => void,
): Promise<T> {
  let succeeded = false;
  try {
    const result = await work();
    succeeded = true;
    return result;
  } finally {
    tell(succeeded);
  }
}
