@needs:http.client
Feature: What a client makes of a status

  Three digits say how a request fared. The first one says it to everybody; who does not know the others takes them for
  zeros.

  @RFC9110-15-01
  Rule: An unknown code is that of its class

    @id:http-clients-status-001 @needs:http.client.status
    Scenario Outline: <code> is taken as <known>
      Given the origin will answer
        """
        HTTP/1.1 <known> Assay
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      And the client has asked for "/known"
      And the origin will answer
        """
        HTTP/1.1 <code> Assay
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      When the client asks for "/unknown"
      Then the client ends as before, with or without the content "five!"

      Examples:
        | case    | code | known |
        | success | 299  | 200   |
        | client  | 499  | 400   |
        | server  | 599  | 500   |
        | another | 471  | 400   |

  @RFC9110-15-02
  Rule: A code that is none is a failure of the server

    @id:http-clients-status-002 @needs:http.client.status
    Scenario Outline: <code> is taken as 500
      Given the origin will answer
        """
        HTTP/1.1 500 Assay
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      And the client has asked for "/known"
      And the origin will answer
        """
        HTTP/1.1 <code> Assay
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      When the client asks for "/invalid"
      Then the client ends as before, with or without the content "five!"

      Examples:
        | case         | code |
        | six-hundred  | 600  |
        | the-greatest | 999  |

  @RFC9112-4-03
  Rule: The phrase means nothing

    @id:http-clients-status-003 @needs:http.client.status
    Scenario Outline: <code> with the phrase <case>
      Given the origin will answer
        """
        HTTP/1.1 <code> <ordinary>
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      And the client has asked for "/ordinary"
      And the origin will answer
        """
        HTTP/1.1 <code> <phrase>
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      When the client asks for "/odd"
      Then the client ends as before, with or without the content "five!"

      Examples:
        | case                | code | ordinary  | phrase                |
        | of-a-failure        | 200  | OK        | Not Found             |
        | of-another-code     | 200  | OK        | 404                   |
        | none                | 200  | OK        |                       |
        | of-a-success        | 404  | Not Found | OK                    |
        | long-and-with-signs | 200  | OK        | All (really): is well |

  @RFC9110-15.2-02
  Rule: Interim answers come before the final one

    @id:http-clients-status-004 @needs:http.client.output @needs:http.client.status
    Scenario Outline: Before the final answer comes <case>
      Given the client takes an ordinary page
      And the origin will answer
        """
        HTTP/1.1 <interim>

        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      When the client asks for "/page"
      Then the client takes the content "five!"

      Examples:
        | case        | interim                                                                          |
        | continue    | 100 Continue                                                                     |
        | processing  | 102 Processing                                                                   |
        | early-hints | 103 Early Hints\nLink: </style.css>; rel=preload                               |
        | an-unknown  | 199 Assay                                                                        |
        | two         | 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: </a>; rel=preload          |
        | four        | 103 A\n\nHTTP/1.1 103 B\n\nHTTP/1.1 103 C\n\nHTTP/1.1 103 D |

    @id:http-clients-status-005 @needs:http.client.output @needs:http.client.status
    Scenario: An interim answer some time before the final one
      Given the client takes an ordinary page
      And the origin will answer
        """
        HTTP/1.1 103 Early Hints
        Link: </style.css>; rel=preload


        ~~~
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        five!
        """
      When the client asks for "/page"
      Then the client takes the content "five!"

  @RFC9110-15.4-02
  Rule: Redirections in a circle come to an end

    @id:http-clients-status-006
    Scenario: A page that leads to itself
      Given the origin will always answer
        """
        HTTP/1.1 302 Found
        Location: /here
        Content-Length: 0


        """
      When the client asks for "/here"
      Then the client comes to an end

  @RFC9110-15.4.8-01
  Rule: 307 keeps the method

    @id:http-clients-status-007 @needs:http.client.content
    Scenario: POST that is sent elsewhere
      Given the client is told to send POST with the content "five!"
      And the origin will answer
        """
        HTTP/1.1 307 Temporary Redirect
        Location: /elsewhere
        Content-Length: 0


        """
      When the client asks for "/here"
      Then the client asks for "/elsewhere" with POST
