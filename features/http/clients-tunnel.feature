@needs:http.client
Feature: Tunnels

  By CONNECT a client asks a proxy for a connection to a server, through which it then speaks as if to the server
  itself.

  Background:
    Given the client is told to use the tester as its proxy
    And the client is told to make a tunnel

  @RFC9112-3.2.3-01
  Rule: A tunnel is asked for by host and port

    @id:http-clients-tunnel-001
    Scenario Outline: A tunnel to <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 403 Forbidden
        Content-Length: 0


        """
      When the client asks for the address "<address>"
      Then the request target is "<target>"

      Examples:
        | case           | address                   | target           |
        | default-port   | http://origin.test/page   | origin.test:80   |
        | port           | http://origin.test:8081/  | origin.test:8081 |

  @RFC9112-6.3-02
  Rule: What makes a tunnel has no content

    @id:http-clients-tunnel-002
    Scenario Outline: The answer has <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        <field>


        """
      When the client asks for the address "http://origin.test/page"
      Then the client speaks in the tunnel

      Examples:
        | case             | field                      |
        | no-length        | X-Assay: one               |
        | a-length         | Content-Length: 5          |
        | transfer-coding  | Transfer-Encoding: chunked |
