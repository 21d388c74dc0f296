@needs:http.origin
Feature: Resources and who serves them

  A server answers for its resources: with what is there, and honestly where there is nothing. It may say which program
  it is.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9110-15.5.5-02
  Rule: Where there is nothing, the status does not claim that there is something

    @id:http-resources-001
    Scenario: GET for nothing
      When the client sends GET for a path at which there is nothing
      Then the status does not claim that there is something

  @RFC9110-10.2.4-02
  Rule: A server may name itself

    @id:http-resources-002
    Scenario: The field Server
      When the client sends GET for the resource
      Then it is noted whether the response names the server
