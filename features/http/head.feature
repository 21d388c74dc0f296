@needs:http.origin
Feature: HEAD

  HEAD asks for everything that GET would tell about a resource, without the resource. So the answer may speak of a
  length and yet bring no content.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9110-9.3.2-01
  Rule: A response to HEAD has no content

    @id:http-head-001
    Scenario Outline: Nothing follows the header section, for <case>
      When the client sends HEAD for <what> and reads until the close
      Then the response ends with its header section

      Examples:
        | case          | what                             |
        | the-resource  | the resource                     |
        | nothing-there | a path at which there is nothing |

    @id:http-head-002
    Scenario: The next response on the connection follows at once
      When the client sends HEAD for the resource and right behind it GET
      Then the second response begins where content would

  @RFC9110-8.6-01
  Rule: The length that HEAD tells is that of GET

    @id:http-head-003
    Scenario: GET, HEAD and GET again agree
      When the client sends GET for the resource
      And the client sends HEAD for the resource
      And the client sends GET for the resource
      Then HEAD told no other length than GET transferred
