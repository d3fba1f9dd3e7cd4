CALL () {
  CALL () {
    MATCH (n2:Person_A)
    WHERE n2.id IS NOT NULL
    WITH n2 ORDER BY n2.id, n2.id LIMIT $p4
    CALL (n2) {
      CALL (n2) {
        MATCH (n2)-[f5:KNOWS]-(n6)
        WITH n6, f5 ORDER BY n6.id, n6.id, f5.id LIMIT $p2
        RETURN collect([f5.id + CASE WHEN endNode(f5) = n6 THEN '>' ELSE '<' END, f5.since, n6.id, n6.kind]) AS rows4
      }
      RETURN [rows4, COUNT { (n2)-[:KNOWS]-() }] AS v3
    }
    RETURN collect([n2.id, v3]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
