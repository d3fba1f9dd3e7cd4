CALL () {
  CALL () {
    MATCH (x2:Conflict_A)
    WHERE x2.subject IS NOT NULL
    WITH x2 ORDER BY x2.subject, x2.property, x2.id LIMIT $p2
    CALL (x2) {
      MATCH (c4:Claim_A) WHERE c4.id IN x2.claims
      WITH c4 ORDER BY c4.id
      RETURN collect([c4.value]) AS v3
    }
    CALL (x2) {
      MATCH (c6:Claim_A {id: x2.preferred})
      RETURN head(collect([c6.id])) AS v5
    }
    RETURN collect([x2.id, x2.kind, v3, v5]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
