/*
 * The yardstick: an IPv4 header decoder as one writes it in C for speed. It makes the checks that our decoder makes
 * (room, version, IHL, total length, checksum, options that fit) and fills a struct for every header. Built as a shared
 * library and called from the benchmark's own thread, so that it runs on the core, at the clock and with the caches of
 * its peers.
 */
#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>

struct header {
  uint8_t version, ihl, dscp, ecn, reserved, dont_fragment, more_fragments, time_to_live, protocol;
  uint16_t total_length, identification, fragment_offset, header_checksum;
  uint32_t source, destination;
  const uint8_t *options;
  uint32_t options_length;
};

static uint32_t load32(const uint8_t *at) {
  uint32_t word;
  memcpy(&word, at, 4);
  return word;
}

/* The sum does not depend on the order of octets, so words are added as they lie (RFC 1071 section 2). */
static int checksum_holds(const uint8_t *octets, unsigned words) {
  uint64_t sum = 0;
  for (unsigned i = 0; i < words; i++) sum += load32(octets + 4 * i);
  sum = (sum >> 32) + (sum & 0xffffffff);
  sum = (sum >> 16) + (sum & 0xffff);
  sum = (sum >> 16) + (sum & 0xffff);
  sum = (sum >> 16) + (sum & 0xffff);
  return sum == 0xffff;
}

static int options_fit(const uint8_t *at, const uint8_t *end) {
  while (at < end) {
    if (at[0] == 0) return 1;
    if (at[0] == 1) {
      at++;
      continue;
    }
    if (end - at < 2 || at[1] < 2 || at[1] > end - at) return 0;
    switch (at[0]) {
      case 7:
      case 131:
      case 137:
        if (at[1] < 3 || at[2] < 4 || at[1] % 4 != 3) return 0;
        break;
      case 68:
        if (at[1] < 4 || at[2] < 5) return 0;
        break;
      case 136:
      case 148:
        if (at[1] != 4) return 0;
    }
    at += at[1];
  }
  return 1;
}

__attribute__((noinline)) static int decode(struct header *into, const uint8_t *octets, uint32_t length) {
  if (length < 20) return 1;
  uint32_t w0 = ntohl(load32(octets)), w1 = ntohl(load32(octets + 4)), w2 = ntohl(load32(octets + 8));
  into->version = w0 >> 28;
  into->ihl = (w0 >> 24) & 15;
  into->dscp = (w0 >> 18) & 63;
  into->ecn = (w0 >> 16) & 3;
  into->total_length = w0 & 0xffff;
  into->identification = w1 >> 16;
  into->reserved = (w1 >> 15) & 1;
  into->dont_fragment = (w1 >> 14) & 1;
  into->more_fragments = (w1 >> 13) & 1;
  into->fragment_offset = w1 & 0x1fff;
  into->time_to_live = w2 >> 24;
  into->protocol = (w2 >> 16) & 0xff;
  into->header_checksum = w2 & 0xffff;
  into->source = ntohl(load32(octets + 12));
  into->destination = ntohl(load32(octets + 16));
  into->options = octets + 20;
  into->options_length = 0;
  if (into->version != 4) return 2;
  uint32_t header_length = 4u * into->ihl;
  if (header_length < 20) return 3;
  if (header_length > length) return 4;
  into->options_length = header_length - 20;
  if (into->total_length < header_length) return 5;
  if (!checksum_holds(octets, into->ihl)) return 6;
  if (header_length > 20 && !options_fit(octets + 20, octets + header_length)) return 7;
  return 0;
}

/* Decodes headers [from, to), each at [starts, ends) of octets; a sum over the results, or -1 when one is bad. */
int32_t decode_all(const uint8_t *octets, const int32_t *starts, const int32_t *ends, int32_t from, int32_t to) {
  static struct header kept[16];
  uint32_t sum = 0;
  for (int32_t i = from; i < to; i++) {
    struct header *into = &kept[i & 15];
    if (decode(into, octets + starts[i], ends[i] - starts[i]) != 0) return -1;
    /* Every member has to be in memory by now. */
    __asm__ volatile("" : : "r"(into) : "memory");
    sum += into->identification + into->options_length;
  }
  return sum & 0x7fffffff;
}

/* Decodes one header; its fields in wire order and the octets of options. 0, or which check failed. */
int32_t show(const uint8_t *octets, int32_t length, uint32_t *fields) {
  struct header h;
  int fault = decode(&h, octets, length);
  if (fault != 0) return fault;
  const uint32_t all[] = {h.version,        h.ihl,         h.dscp,          h.ecn,           h.total_length,
                          h.identification, h.reserved,    h.dont_fragment, h.more_fragments, h.fragment_offset,
                          h.time_to_live,   h.protocol,    h.header_checksum, h.source,      h.destination,
                          h.options_length};
  memcpy(fields, all, sizeof all);
  return 0;
}
