Feature: What users set for their connections

  A user says how the datagrams of its connection are to be treated on the way, how far they may go, and how long it is
  willing to wait for an acknowledgement. What comes from below and means nothing to TCP does not disturb it.

  @RFC9293-MUST-48
  Rule: The user sets the Differentiated Services field

    @id:tcp-user-settings-001 @needs:tcp.calls
    Scenario: The datagrams of a connection whose user wants assured forwarding
      Given a user's connection is in ESTABLISHED
      When the user sets the Differentiated Services field to 10 and sends data
      Then the data comes with the Differentiated Services field 10

  @RFC9293-SHLD-21
  Rule: The user can set the field anew

    @id:tcp-user-settings-002 @needs:tcp.calls
    Scenario: Data that is sent after the change
      Given a user's connection is in ESTABLISHED
      And the user has set the Differentiated Services field to 10 and sent data
      When the user sets the Differentiated Services field to 34 and sends data
      Then the data comes with the Differentiated Services field 34

  @RFC9293-SHLD-22
  Rule: All six bits of the field go to IP unchanged

    @id:tcp-user-settings-003 @needs:tcp.calls
    Scenario Outline: Values that are no class of service of old
      Given a user's connection is in ESTABLISHED
      When the user sets the Differentiated Services field to <dscp> and sends data
      Then the data comes with the Differentiated Services field <dscp>

      Examples:
        | case   | dscp |
        | lowest | 1    |
        | middle | 21   |
        | all    | 63   |

  @RFC9293-MUST-49
  Rule: The time to live can be set

    @id:tcp-user-settings-004 @needs:tcp.calls
    Scenario Outline: Two times to live
      Given a user's connection is in ESTABLISHED
      When the user sets the time to live to <ttl> and sends data
      Then the data comes with the time to live <ttl>

      Examples:
        | case  | ttl |
        | short | 33  |
        | long  | 200 |

  @RFC9293-MUST-50
  Rule: IP options that mean nothing to TCP are passed over

    @id:tcp-user-settings-005 @needs:tcp.echo
    Scenario Outline: A connection in datagrams with an option
      Given the tester is at the echo port
      When the tester opens a connection and sends data, in datagrams with the IP options <options>
      Then the data is echoed

      Examples:
        | case         | options        |
        | experimental | "158 0000"     |
        | router-alert | "148 0000"     |
        | no-operation | "1, 1, 1, 1"   |

  @RFC9293-SEG-TMO-1
  Rule: When the user's timeout runs out the connection is gone, and the user knows it

    @id:tcp-user-settings-006 @needs:tcp.calls @patience:90
    Scenario: Nothing is acknowledged for ten seconds
      Given a user's connection is in ESTABLISHED
      And the user has set a timeout of 10 seconds
      When the user's data comes and is never acknowledged
      Then within 80 seconds the user is told so, and the connection is gone
