/** Does some work, and tells whether it succeeded before others hear of it. */
export async function onSettled<T>(
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
