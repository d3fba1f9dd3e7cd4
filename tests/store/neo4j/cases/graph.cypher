CALL () {
  CALL () {
    MATCH (n1:Source_A)
    WITH n1 ORDER BY n1.id
    RETURN collect([n1.id]) AS v2
  }
  RETURN [v2] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
