Feature: Recorded routes and timestamps

  Two options collect what those on the way write into them: addresses, or times. A pointer says where the next entry
  goes; once it points beyond the option, there is no place left.

  Such an option is written here word by word. Where the pointer points there is >>; "free" is a place that nobody has
  used, "nowhere" and "beyond" are addresses of others, "host" is the address of the host, "time" is somebody's time.

  @RFC791-OPT-6
  Rule: When the pointer points beyond the option, the route is used up or the record full

    @id:ipv4-recording-001 @needs:ipv4.decode
    Scenario Outline: An option without a place left is a sound one
      When the decoder is given the header of fixture <fixture>
      Then the decoder reads
        | field   | value     |
        | options | <options> |

      Examples:
        | case         | fixture                | options           |
        | record-full  | "record-route-full"    | 7 08c6336401, 0   |
        | route-at-end | "source-route-used-up" | 131 08c6336401, 0 |

    @id:ipv4-recording-002 @needs:ipv4.host
    Scenario Outline: A host finds no place in a full record
      Given the host answers an echo request
      When the tester sends the same echo request with a record of its route <route>
      Then the host answers, and adds nothing to a record that it returns

      Examples:
        | case | route               |
        | one  | "nowhere >>"        |
        | two  | "nowhere beyond >>" |

  @RFC1122-OPT-9
  Rule: Whether a host records its address and its time is its own choice

    @id:ipv4-recording-003 @needs:ipv4.host
    Scenario: What a host does with both options
      Given the host answers an echo request
      When an echo request with a record of its route ">> free free" and timestamps of flag 0, ">> free free", is answered
      Then it is recorded what becomes of the record and of the timestamps

  @RFC1122-ECHO-5
  Rule: What a request has collected comes back in the reply, the host added to it

    @id:ipv4-recording-004 @needs:ipv4.host
    Scenario Outline: The host adds its address to the record
      Given the host answers an echo request
      When the tester sends the same echo request with a record of its route <route>
      Then the echo reply returns the record, the address of the host added

      Examples:
        | case       | route                                             |
        | first      | ">> free free free"                               |
        | only-place | ">> free"                                         |
        | last-place | "nowhere beyond >> free"                          |
        | longest    | ">> free free free free free free free free free" |

    @id:ipv4-recording-005 @needs:ipv4.host
    Scenario: A full record comes back all the same
      Given the host answers an echo request
      When the tester sends the same echo request with a record of its route "nowhere beyond >>"
      Then the echo reply returns the record as it came

    @id:ipv4-recording-006 @needs:ipv4.host
    Scenario Outline: The host adds its time
      Given the host answers an echo request
      When the tester sends the same echo request with timestamps of flag <flag>, <times>
      Then the echo reply returns the timestamps, that of the host added

      Examples:
        | case                 | flag | times                                  |
        | times-alone          | 0    | ">> free free free"                    |
        | times-last-place     | 0    | "time >> free"                         |
        | with-address         | 1    | ">> free free free free"               |
        | with-address-last    | 1    | "nowhere time >> free free"            |
        | address-given        | 3    | ">> host free nowhere free"            |
        | address-given-second | 3    | "nowhere time >> host free"            |

    @id:ipv4-recording-007 @needs:ipv4.host
    Scenario Outline: The host leaves its time out where that of another is asked for
      Given the host answers an echo request
      When the tester sends the same echo request with timestamps of flag 3, <times>
      Then the echo reply returns the timestamps as they came

      Examples:
        | case          | times                       |
        | another-first | ">> nowhere free host free" |
        | another-only  | ">> nowhere free"           |

    @id:ipv4-recording-008 @needs:ipv4.host
    Scenario Outline: The host counts that it has found no place
      Given the host answers an echo request
      When the tester sends the same echo request with timestamps of flag <flag>, <times>
      Then the echo reply returns the timestamps, and counts that there was no place

      Examples:
        | case         | flag | times             |
        | times-alone  | 0    | "time time >>"    |
        | with-address | 1    | "nowhere time >>" |
