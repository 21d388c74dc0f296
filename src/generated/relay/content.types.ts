// Written by `npm run generate` from spec/relay/content.schema.json: change that, not this.
/**
 * What a Sealed attribute holds when it is opened: what one end of a conversation says to the other.
 */
export interface RelayContent {
  /**
   * The type of the frame around says the same.
   */
  kind: number;
  reserved: number;
  /**
   * Counts the moves to another path; what is of an older one than has been acknowledged is not taken.
   */
  generation: number;
  /**
   * Of data: its number, from 1 on. Of an ack: up to which all has come. Of an echo: which one.
   */
  sequence: number;
  /**
   * Up to which the application has taken all.
   */
  delivered?: number;
  /**
   * How many numbers after Delivered may be sent.
   */
  window?: number;
  /**
   * Bit n: the number Sequence + 2 + n has come too.
   */
  selective?: number;
  purpose?: number;
  /**
   * The message goes on in the next number.
   */
  isMore?: boolean;
  reservedOfData?: number;
  /**
   * The first number of the message that this answers.
   */
  reference?: number;
  /**
   * Of data: the octets of the application.
   */
  body: string;
}
