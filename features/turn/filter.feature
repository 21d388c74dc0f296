@needs:turn.server @needs:turn.peer-filter
Feature: Peers that no client may reach

  A relay stands where its clients do not; what only it can reach is kept from them, however the address is spelt.

  @TURN-X-03
  Rule: Addresses of the server's own surroundings are refused

    @id:turn-filter-001
    Scenario Outline: A permission
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a CreatePermission request
        | attribute        | value     |
        | XOR-PEER-ADDRESS | <address> |
      Then the server answers with 403

      Examples:
        | case       | address             |
        | loopback   | 127.0.0.1:80        |
        | loopback-2 | 127.8.9.1:80        |
        | this       | 0.0.0.0:80          |
        | private-10 | 10.0.0.1:80         |
        | private-16 | 172.16.0.1:80       |
        | private-24 | 192.168.1.1:80      |
        | link-local | 169.254.169.254:80  |
        | multicast  | 224.0.0.1:80        |
        | broadcast  | 255.255.255.255:80  |

    @id:turn-filter-002
    Scenario Outline: A channel
      Given client A has an allocation
      And client A has bound channel 0x4001 to peer P
      When client A sends a ChannelBind request
        | attribute        | value     |
        | CHANNEL-NUMBER   | 0x4002    |
        | XOR-PEER-ADDRESS | <address> |
      Then the server answers with 403

      Examples:
        | case       | address             |
        | loopback   | 127.0.0.1:80        |
        | private-10 | 10.0.0.1:80         |
        | link-local | 169.254.169.254:80  |

  @TURN-X-04
  Rule: A refused address is refused in every spelling

    @id:turn-filter-003 @needs:turn.ipv6
    Scenario Outline: Addresses of IPv6 that mean one of IPv4, or the same place
      Given client A has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv6  |
      And client A is answered success to a CreatePermission for "[2001:db8::77]:99"
      When client A sends a CreatePermission request
        | attribute        | value     |
        | XOR-PEER-ADDRESS | <address> |
      Then the server answers with 403 or 443

      Examples:
        | case       | address                      |
        | nowhere    | [::]:80                      |
        | loopback   | [::1]:80                     |
        | mapped     | [::ffff:127.0.0.1]:80        |
        | compatible | [::127.0.0.1]:80             |
        | sixto4     | [2002:7f00:1::]:80           |
        | translated | [64:ff9b::127.0.0.1]:80      |
        | link-local | [fe80::1]:80                 |
        | multicast  | [ff02::1]:80                 |
        | private    | [fd00::1]:80                 |
