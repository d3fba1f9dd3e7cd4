CALL () {
  MATCH (:Name_A {folded: left($p1, 1000)})-[:NAMES]->(n1)
  WHERE $p1 IN n1.names_folded
  WITH DISTINCT n1 ORDER BY n1.names_sort, n1.id LIMIT 20
  RETURN collect([n1.id, n1.names, n1.kind]) AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
