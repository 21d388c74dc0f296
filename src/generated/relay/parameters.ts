// Written by `npm run generate` from spec/relay/parameters.json: change that, not this.

/** Parameters of HPR/1. */
export const parameters = {
  /** In octets. Of every frame. */
  headerOctets: 56,
  /** In octets. Behind the header. */
  payloadMost: 1200,
  /** In hops. What a time to live starts at. */
  hops: 8,
  /** In s. How long a relay remembers what it has forwarded. */
  duplicateMemory: 40,
  /** In frames. How many it remembers at most; beyond that it refuses. */
  duplicateEntries: 65536,
  /** In s. From COOKIE to the HELLO that returns it. */
  cookieLife: 10,
  /** In s. After so long without a frame a session is over. */
  sessionIdle: 60,
  /** In s. Between the pings of a session that is kept. */
  pingEvery: 5,
  /** In pings. A second apart, after which a session is dead. */
  pingMissed: 3,
  /** In s. The first retry of a request; then twice as long each time. */
  retryAfter: 0.5,
  /** In times. Then a request has failed. */
  retries: 5,
  /** In s. Of a challenge. */
  nonceLife: 60,
  /** In log2 N. Of a password; 8 blocks, 1 in parallel. */
  scryptCost: 14,
  /** In s. Of what the directory certifies. */
  certificateLife: 3600,
  /** In of its life. When a node asks for the next one. */
  certificateRenew: 0.5,
  /** In names. On one contact list. */
  contactsMost: 256,
  /** In s. After which a presence is worth nothing. */
  presenceLife: 60,
  /** In s. Between the presences of a node. */
  presenceEvery: 20,
  /** In s. Until every contact knows of an orderly leave. */
  leaveSeen: 2,
  /** In probers. That a node asks. */
  probersAsked: 4,
  /** In proofs. Of different probers. */
  proofsNeeded: 3,
  /** In s. Of the proof of a prober. */
  proofLife: 600,
  /** In s. Until a probe has not come. */
  probeWait: 2,
  /** In s. From a change of address to the withdrawal. */
  withdrawWithin: 15,
  /** In s. Of the record of a supernode. */
  recordLife: 300,
  /** In s. Between its records. */
  recordEvery: 60,
  /** In records. That a node holds. */
  viewMost: 200,
  /** In sessions. That a node keeps for their own sake. */
  neighboursMost: 8,
  /** In of a view. That one informer fills at most. */
  informerShare: 0.25,
  /** In s. Between requests for records. */
  peersEvery: 20,
  /** In s. A shorter one is not granted. */
  leaseLeast: 30,
  /** In s. A longer one is not granted. */
  leaseMost: 600,
  /** In s. When nothing is asked for. */
  leaseDefault: 120,
  /** In reservations. That a node keeps that is not public. */
  reservationsKept: 2,
  /** In reservations. Of one identity at one supernode. */
  reservationsMost: 4,
  /** In reservations. Of a supernode that says nothing else. */
  slots: 128,
  /** In nodes. That a reservation lets in. */
  permissionsMost: 64,
  /** In circuits. Of a supernode. */
  circuitsMost: 1024,
  /** In octets. Of a circuit, in each direction. */
  circuitOctets: 67108864,
  /** In s. Of a circuit. */
  circuitSeconds: 7200,
  /** In octets. Of a circuit, queued and under way. */
  credit: 65536,
  /** In numbers. Sent and not taken by the application. */
  window: 64,
  /** In s. The shortest wait before data is sent again. */
  sendLeast: 0.2,
  /** In s. The longest. */
  sendMost: 2,
  /** In s. Without any path, until what is queued is unknown. */
  giveUp: 30,
  /** In s. Between echoes while a conversation talks. */
  echoEvery: 1,
  /** In echoes. After which a path is dead. */
  echoMissed: 3,
  /** In s. After the last data a conversation counts as talking. */
  talkingFor: 30,
  /** In attempts. At a direct path. */
  punchAttempts: 3,
  /** In s. Between them. */
  punchEvery: 1,
  /** In of the round trip. That another path must gain. */
  switchGain: 0.2,
  /** In s. Between changes of path. */
  switchEvery: 5,
  /** In frames. Older ones are taken for replays. */
  replayWindow: 1024,
} as const;
