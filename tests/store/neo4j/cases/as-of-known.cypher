CALL () {
  CALL () {
    MATCH (c3:Claim_A)
    WHERE c3.known_from <= $p5 AND CASE WHEN (c3.id IN COLLECT {
      MATCH (c3)-[:OF]->(n4)
      MATCH (n4)<-[:OF]-(c5)
      WHERE c5.property = c3.property AND c5.standing IS NOT NULL AND c5.known_from <= $p5
      WITH c5 ORDER BY CASE WHEN c5.holds_from <= $p6 AND c5.holds_to >= $p6 THEN 0 ELSE 1 END, c5.standing, c5.width, size([x6 IN c5.sources_from WHERE x6 <= $p5]) DESC, CASE WHEN c5.tells_publication THEN 0 ELSE reduce(x7 = 0, x8 IN [i9 IN range(0, size(c5.sources) - 1) WHERE c5.sources_from[i9] <= $p5 | c5.sources_latest[i9]] | CASE WHEN x8 > x7 THEN x8 ELSE x7 END) END DESC, c5.id LIMIT 1
      RETURN c5.id
    }) THEN 1 ELSE 0 END = $p1 AND size([x10 IN c3.sources_from WHERE x10 <= $p5]) >= $p2
    RETURN count(*) AS total11
  }
  RETURN [[], total11] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    WHERE n1.known_from <= $p2
    RETURN collect([n1.id, n1.kind]) AS entity
  }
  CALL () {
    MATCH (n2:Relation_A {id: $p1_factId})
    WHERE n2.known_from <= $p2
    RETURN collect([n2.id]) AS relation
  }
  CALL () {
    MATCH (n3:Claim_A {id: $p1})
    WHERE n3.known_from <= $p2
    RETURN collect([n3.id]) AS claim
  }
  CALL () {
    MATCH (n4:Passage_A {id: $p1})
    WHERE n4.known_from <= $p2
    RETURN collect([n4.id]) AS passage
  }
  CALL () {
    MATCH (n5:TimelineEntry_A {id: $p1})
    WHERE n5.known_from <= $p2
    RETURN collect([n5.id]) AS entry
  }
  CALL () {
    MATCH (n6:Conflict_A {id: $p1})
    WHERE n6.known_from <= $p2
    RETURN collect([n6.id]) AS conflict
  }
  RETURN [entity, relation, claim, passage, entry, conflict] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;

CALL () {
  RETURN [[COUNT {
    MATCH (n1:City_A)
    WHERE n1.known_from <= $p1
  }, COUNT {
    MATCH (n2:Person_A)
    WHERE n2.known_from <= $p1
  }, COUNT {
    MATCH (n3:Treaty_A)
    WHERE n3.known_from <= $p1
  }, COUNT {
    MATCH (n4:Source_A)
    WHERE n4.known_from <= $p1
  }, COUNT {
    MATCH (n5:Relation_A)
    WHERE n5.known_from <= $p1
  }, COUNT {
    MATCH (n6:Claim_A)
    WHERE n6.known_from <= $p1
  }]] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
