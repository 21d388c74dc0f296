@needs:http.origin
Feature: Dates

  A response says when it was made, and for a resource that can tell, when that last changed. Clients reckon with these
  times, so there is one way to write them.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9110-6.6.1-01
  Rule: Every successful, redirecting or refusing response carries Date

    @id:http-dates-001
    Scenario Outline: Date after <case>
      When the client sends <request>
      Then the response carries Date

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | head           | HEAD for the resource                    |
        | nothing-there  | GET for a path at which there is nothing |
        | no-host        | GET for the resource without Host        |

  @RFC9110-5.6.7-01
  Rule: Timestamps are written in one form

    @id:http-dates-002
    Scenario Outline: The form of the timestamps after <case>
      When the client sends <request>
      Then every timestamp in the response has the form of IMF-fixdate

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | nothing-there  | GET for a path at which there is nothing |

  @RFC9110-8.8.2.1-01
  Rule: A response says when its resource last changed, if that can be found

    @id:http-dates-003
    Scenario: Last-Modified of the resource
      When the client sends GET for the resource
      Then the response says when the resource last changed

  @RFC9110-8.8.2.1-02
  Rule: Nothing changed later than the response was made

    @id:http-dates-004
    Scenario: Last-Modified of the resource is past
      When the client sends GET for the resource
      Then Last-Modified is not later than Date

    @id:http-dates-005
    Scenario: A time of change in the future is replaced by the time of the response
      Given the server has a resource whose time of change lies in the future
      When the client sends GET for the resource from the future
      Then Last-Modified is not later than Date
