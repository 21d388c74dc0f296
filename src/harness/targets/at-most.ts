/** The end of `event`, or of so many milliseconds. What is waited for keeps this process alive; the timer does not. */
export function atMost(milliseconds: number, event: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds).unref();
    void event.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
