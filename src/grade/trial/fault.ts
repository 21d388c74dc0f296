/** Ours, not theirs: the machine or the tester failed, nothing was found of the submission, and it is to be run again. */
export class InfrastructureFault extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'InfrastructureFault';
  }
}
