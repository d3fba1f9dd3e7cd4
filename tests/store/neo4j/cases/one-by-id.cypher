CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    RETURN collect([n1.id, n1.names, n1.population, n1.foundedOn, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
