// Written by `npm run generate` from spec/turn/channel-data.schema.json: change that, not this.
/**
 * Application data on a bound channel (RFC 8656 section 12.4). Over TCP zeros fill it up to 4 octets; over UDP they may. They are no part of it.
 */
export interface ChannelData {
  /**
   * RFC 8656 takes 0x4000 to 0x4fff; RFC 5766 took all up to 0x7fff.
   */
  channelNumber: number;
  /**
   * Octets of data, without what fills it up.
   */
  length: number;
  data: string;
}
