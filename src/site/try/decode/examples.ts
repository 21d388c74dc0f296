/** Octets to begin with: right ones, and wrong ones in an instructive way. Tests hold them to what they are said to be. */
export interface Example {
  readonly name: string;
  readonly layer: string;
  readonly hex: string;
  /** Rules that it breaks. */
  readonly breaks: readonly string[];
}

const layer = 'ipv4/header';

export const EXAMPLES: readonly Example[] = [
  {
    name: 'SYN',
    layer,
    hex: '4500003c7311400040063b83c6120001c6120002c0000050f8d93a8400000000a0024000b5640000020405b40402080acada07f10000000001030300',
    breaks: [],
  },
  {
    name: 'Echo request',
    layer,
    hex: '45000021123400004001dc80c6120001c61200020800aa22000700016173736179',
    breaks: [],
  },
  {
    name: 'STUN',
    layer,
    hex: '45000088123400004011dc09c6120001c6120002c0000d96007435f1000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf',
    breaks: [],
  },
  {
    name: 'Header length 4',
    layer,
    hex: '44000019123400004011a38dc6120001c6120002c00000070009b3ac00',
    breaks: ['RFC791-IHL-1'],
  },
  {
    name: 'Wrong checksum',
    layer,
    hex: '45000021123400004001dc81c6120001c61200020800aa22000700016173736179',
    breaks: ['RFC791-CSUM-1'],
  },
  {
    name: 'Option of length 0',
    layer,
    hex: '4500002c123400004006dc70c6120001c6120002c00000500000000100000000600203e84d7d000002000000',
    breaks: ['RFC9293-MUST-7'],
  },
];
