@needs:http.origin
Feature: The status line

  A response begins with one line: the version of the protocol, a code of three digits that says how the request fared,
  and a phrase for people that may be left out.

  @RFC9112-4-02
  Rule: A response begins with a status line of the right form

    Background:
      Given the server answers for its resource, legibly or not
      And the server does not answer everything alike

    @id:http-status-line-001
    Scenario Outline: The status line after <case>
      When the client sends <request>
      Then the status line has the form of the grammar

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | head           | HEAD for the resource                    |
        | nothing-there  | GET for a path at which there is nothing |
        | unknown-method | ASSAY for the resource                   |
        | no-host        | GET for the resource without Host        |

  @RFC9112-2.3-04
  Rule: The version is HTTP/ in capitals, a digit, a dot, a digit

    Background:
      Given the server answers for its resource, legibly or not
      And the server does not answer everything alike

    @id:http-status-line-003
    Scenario Outline: The version after <case>
      When the client sends <request>
      Then the version has the form of the grammar

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | nothing-there  | GET for a path at which there is nothing |

  @RFC9112-4-01
  Rule: The space after the code is there even when no phrase is

    Background:
      Given the server serves its resource
      And the server does not answer everything alike

    @id:http-status-line-002
    Scenario Outline: The space after the code, after <case>
      When the client sends <request>
      Then a space follows the status code

      Examples:
        | case           | request                                  |
        | a-good-request | GET for the resource                     |
        | nothing-there  | GET for a path at which there is nothing |
        | unknown-method | ASSAY for the resource                   |
        | no-host        | GET for the resource without Host        |
