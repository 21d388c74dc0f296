Feature: Windows that are taken back

  A receiver should not take back window that it has offered. A sender has to bear with those that do: it sends nothing
  new until there is window again, sends again what lies in it, and does not give up.

  @RFC9293-MUST-34
  Rule: A sender stands a window that is taken back to before what it has sent

    @id:tcp-shrunk-window-001 @needs:tcp.characters
    Scenario: The window is taken back, and offered anew
      Given the characters service has filled a window of 3000 octets
      When the tester takes the window back to 100 octets
      And the tester acknowledges all data and offers 3000 octets
      Then the service goes on with new data

  @RFC9293-SHLD-15
  Rule: Nothing new is sent while the window ends before what was sent

    @id:tcp-shrunk-window-002 @needs:tcp.characters
    Scenario: Window is taken back while data is acknowledged
      Given the characters service has filled a window of 3000 octets
      When the tester acknowledges 536 octets, takes the window back to 400 and sends 1 octet
      Then the service sends nothing new

  @RFC9293-SHLD-16
  Rule: What lies in the window that is left is sent again as ever

    @id:tcp-shrunk-window-003 @needs:tcp.characters
    Scenario: One segment is left in the window, and got lost
      Given the characters service has filled a window of 3000 octets
      When the tester takes the window back to 600 octets
      Then the service sends the first of it again

  @RFC9293-SHLD-17
  Rule: Who takes window back may leave the data behind its edge unacknowledged

    @id:tcp-shrunk-window-004 @needs:tcp.characters @patience:620
    Scenario: Data behind the edge is not acknowledged for ten minutes
      Given the characters service has filled a window of 3000 octets
      When the tester acknowledges 536 octets, takes the window back to 0 and sends 1 octet
      And the tester says for 10 minutes that the window is closed
      Then the connection is still open

  @RFC9293-MUST-35
  Rule: A window that is taken back to nothing is probed

    @id:tcp-shrunk-window-005 @needs:tcp.characters
    Scenario: Nobody says when the window opens again
      Given the characters service has filled a window of 3000 octets
      When the tester takes the window back to 0 octets
      Then the service probes the window
