CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    RETURN collect([n1.id, n1.names, n1.kind]) AS entity
  }
  CALL () {
    MATCH (n2:Relation_A {id: $p1_factId})
    RETURN collect([n2.id]) AS relation
  }
  CALL () {
    MATCH (n3:Claim_A {id: $p1})
    RETURN collect([n3.id, n3.value]) AS claim
  }
  CALL () {
    MATCH (n4:Passage_A {id: $p1})
    RETURN collect([n4.id]) AS passage
  }
  CALL () {
    MATCH (n5:TimelineEntry_A {id: $p1})
    RETURN collect([n5.id]) AS entry
  }
  CALL () {
    MATCH (n6:Conflict_A {id: $p1})
    RETURN collect([n6.id]) AS conflict
  }
  RETURN [entity, relation, claim, passage, entry, conflict] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
