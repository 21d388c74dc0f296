@needs:turn.client
Feature: The transactions of a client

  @STUN-HDR-04
  Rule: Each transaction has an id of its own

    @id:turn-clients-transactions-001
    Scenario: What is sent again is the same, bit for bit
      Given the server will answer the first "request" with "nothing at first"
      When the client is sent for an allocation
      Then what it sends again is the same, and nothing else is

    @id:turn-clients-transactions-002
    Scenario: Two errands have no id in common
      Given the client has been sent for an allocation
      When the client is sent for an allocation
      Then no two of its requests have the same id

  @STUN-HDR-06
  Rule: An answer to nothing is dropped

    @id:turn-clients-transactions-003
    Scenario Outline: <case>
      Given the server will answer the first "<which>" with "<answer>"
      When the client is sent for an allocation
      Then it is as if it had not received that: the request comes again

      Examples:
        | case        | which           | answer                             |
        | a success   | signed Allocate | a success of another transaction   |
        | a challenge | Allocate        | a challenge of another transaction |

  @STUN-420-03
  Rule: A success that cannot be understood is none

    @id:turn-clients-transactions-004 @needs:turn.client.permission
    Scenario: An allocation with an attribute that nobody knows
      Given the client has reached peer P
      And the server will answer every "signed Allocate" with "a success with an attribute that nobody knows"
      When the client is sent to peer P
      Then it takes the transaction for failed

  @STUN-ERR-03
  Rule: An error without a code is the end

    @id:turn-clients-transactions-005
    Scenario Outline: In answer to <case>
      Given the server will answer every "<which>" with "an error without a code"
      When the client is sent for an allocation
      Then it takes the transaction for failed

      Examples:
        | case                    | which           |
        | the first request       | request         |
        | one with credentials    | signed Allocate |

  @STUN-RETX-01
  Rule: What is not answered is sent again, at ever longer intervals

    @id:turn-clients-transactions-006
    Scenario: The first interval
      Given the server will answer the first "request" with "nothing at first"
      When the client is sent for an allocation
      Then it waits for half a second before it sends again

    @id:turn-clients-transactions-007 @patience:45
    Scenario: Intervals that are doubled
      Given the server will answer every "request" with "nothing"
      When the client is sent for an allocation, and watched for 41 seconds
      Then each pause is twice as long as the one before, 4 times at least

    @id:turn-clients-transactions-008 @patience:45
    Scenario: Seven times
      Given the server will answer every "request" with "nothing"
      When the client is sent for an allocation, and watched for 41 seconds
      Then it sends seven times, and gives up

  @STUN-TCP-01
  Rule: Over TCP nothing is sent twice

    @id:turn-clients-transactions-009 @patience:10
    Scenario: A server that says nothing
      Given the server is reached over TCP
      And the server will answer every "request" with "nothing"
      When the client is sent for an allocation, and watched for 8 seconds
      Then it sends once
