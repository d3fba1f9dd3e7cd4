CALL () {
  CALL () {
    UNWIND range(0, size($p1) - 1) AS i
    MATCH (n1:Entity_A {id: $p1[i]})
    RETURN collect([i, n1.id, n1.kind]) AS entity
  }
  CALL () {
    UNWIND range(0, size($p1_factId) - 1) AS i
    MATCH (n2:Relation_A {id: $p1_factId[i]})
    RETURN collect([i, n2.id]) AS relation
  }
  CALL () {
    UNWIND range(0, size($p1) - 1) AS i
    MATCH (n3:Claim_A {id: $p1[i]})
    RETURN collect([i, n3.id]) AS claim
  }
  CALL () {
    UNWIND range(0, size($p1) - 1) AS i
    MATCH (n4:Passage_A {id: $p1[i]})
    RETURN collect([i, n4.id]) AS passage
  }
  CALL () {
    UNWIND range(0, size($p1) - 1) AS i
    MATCH (n5:TimelineEntry_A {id: $p1[i]})
    RETURN collect([i, n5.id]) AS entry
  }
  CALL () {
    UNWIND range(0, size($p1) - 1) AS i
    MATCH (n6:Conflict_A {id: $p1[i]})
    RETURN collect([i, n6.id]) AS conflict
  }
  RETURN [entity, relation, claim, passage, entry, conflict] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
