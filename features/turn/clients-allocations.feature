@needs:turn.client
Feature: How a client has an allocation made, keeps it, and gives it back

  @TURN-A-01
  Rule: Allocate says what peers are reached by

    @id:turn-clients-allocations-001
    Scenario: UDP
      When the client is sent for an allocation
      Then every Allocate request asks for UDP

  @TURN-A-02
  Rule: Families are asked for in one way

    @id:turn-clients-allocations-002
    Scenario: An ordinary allocation
      When the client is sent for an allocation
      Then no Allocate request asks for families in two ways

    @id:turn-clients-allocations-003 @needs:turn.client.family
    Scenario Outline: An allocation of <case>
      When the client is sent for an allocation of "<case>"
      Then no Allocate request asks for families in two ways

      Examples:
        | case |
        | IPv4 |
        | IPv6 |

  @TURN-A-03
  Rule: A reserved port is not asked to be even

    @id:turn-clients-allocations-004
    Scenario: An ordinary allocation
      When the client is sent for an allocation
      Then no Allocate request asks for parity and a reserved port

    @id:turn-clients-allocations-005 @needs:turn.client.parity
    Scenario: An even port
      When the client is sent for an even port
      Then no Allocate request asks for parity and a reserved port

  @TURN-A-29
  Rule: What is of no use is given back

    @id:turn-clients-allocations-006
    Scenario: A relayed address of another family
      Given the client can make use of IPv4 alone
      And the server will answer every "signed Allocate" with "a relayed address of IPv6"
      When the client is sent for an allocation
      Then it gives the allocation back, and asks for no other

  @TURN-A-30
  Rule: Where another one is, a client goes to other ports, and then away

    @id:turn-clients-allocations-007
    Scenario: Other ports
      Given the server will answer every "signed Allocate" with "error 437"
      When the client is sent for an allocation
      Then it has tried three ports

    @id:turn-clients-allocations-008 @patience:125
    Scenario: Two minutes
      Given the server will answer every "signed Allocate" with "error 437"
      When the client is sent for an allocation, and watched for 122 seconds
      Then it asks from no refused port again, and once it has given up, for 120 seconds from none

  @TURN-A-31
  Rule: A server without room is left in peace for a minute

    @id:turn-clients-allocations-009 @patience:65
    Scenario Outline: Error <case>
      Given the server will answer every "signed Allocate" with "error <case>"
      When the client is sent for an allocation, and watched for 62 seconds
      Then it leaves the server in peace for 60 seconds

      Examples:
        | case |
        | 486  |
        | 508  |

  @TURN-A-32
  Rule: What was refused is not asked for again

    @id:turn-clients-allocations-010
    Scenario Outline: Error <case>
      Given the server will answer every "signed Allocate" with "error <case>"
      When the client is sent for an allocation
      Then it does not ask for the same again

      Examples:
        | case |
        | 400  |
        | 403  |
        | 441  |
        | 442  |

  @TURN-A-33
  Rule: A family that the server has not is not asked for again

    @id:turn-clients-allocations-011
    Scenario: Error 440
      Given the server will answer every "signed Allocate" with "error 440"
      When the client is sent for an allocation
      Then it does not ask for the same again

  @TURN-A-34
  Rule: Who is sent to another server goes there

    @id:turn-clients-allocations-012
    Scenario: Another server
      Given the server will answer the first "signed Allocate" with "another server"
      When the client is sent for an allocation
      Then it asks the other server next

  @STUN-ALT-01
  Rule: Nobody is sent to and fro

    @id:turn-clients-allocations-013
    Scenario: Two servers that name each other
      Given the server will answer every "signed Allocate" with "another server"
      When the client is sent for an allocation
      Then it does not go to and fro

  @TURN-R-01
  Rule: An allocation is refreshed before its time is over

    @id:turn-clients-allocations-014 @needs:turn.client.hold @patience:1210 @paced-by:turn.granted-lifetime
    Scenario: The time that the server has granted
      Given the server grants less time than others
      When the client is sent for an allocation that it keeps for twice its time
      Then it has refreshed the allocation before its time was over

  @TURN-R-02
  Rule: An allocation that nobody needs is given back

    @id:turn-clients-allocations-015
    Scenario: At the end of an errand
      When the client is sent for an allocation
      Then it has given the allocation back

  @TURN-G-05
  Rule: 437 says that there is no allocation any more

    @id:turn-clients-allocations-016 @needs:turn.client.permission
    Scenario: In answer to CreatePermission
      Given the client has reached peer P
      And the server will answer every "CreatePermission" with "error 437"
      When the client is sent to peer P
      Then it says nothing more that needs the allocation

    @id:turn-clients-allocations-017 @needs:turn.client.hold @patience:1210 @paced-by:turn.granted-lifetime
    Scenario: In answer to Refresh
      Given the server grants less time than others
      And the server will answer every "Refresh" with "error 437"
      When the client is sent for an allocation that it keeps for twice its time
      Then it says nothing more that needs the allocation
