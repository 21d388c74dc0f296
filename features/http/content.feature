@needs:http.origin
Feature: Content and its length

  What follows the header section is the content: the page, the picture, the file. The header section says what it is
  and, mostly, how many octets of it there are.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9110-8.6-10
  Rule: Content-Length counts the octets of the content

    @id:http-content-001
    Scenario Outline: Content-Length after <case>
      When the client sends <request> and reads until the close
      Then Content-Length is the number of octets of the content

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | nothing-there  | GET for a path at which there is nothing |

  @RFC9110-8.6-05
  Rule: A length that is known is told

    @id:http-content-002
    Scenario: The length of the resource
      When the client sends GET for the resource
      Then the response tells the length of its content beforehand

  @RFC9110-8.3-01
  Rule: Content is sent with its media type

    @id:http-content-003
    Scenario: The media type of the resource
      When the client sends GET for the resource
      Then the response names the media type of its content
