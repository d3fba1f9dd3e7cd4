CALL () {
  CALL () {
    CALL () {
      MATCH (n4:Entity_A) WHERE n4.id IN ($p1 + COLLECT {
        UNWIND $p2 AS name5
        MATCH (:Name_A {folded: left(name5, 1000)})-[:NAMES]->(n6)
        WHERE name5 IN n6.names_folded
        RETURN n6.id
      })
      MATCH (n4)<-[:DATES|INVOLVES]-(e7:TimelineEntry)
      WHERE e7.date_earliest IS NOT NULL AND CASE e7.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p3
      WITH DISTINCT e7 ORDER BY e7.date_earliest, e7.date_latest, e7.id LIMIT $p5
      CALL (e7) {
        MATCH (e7)-[:DATES]->(n9)
        RETURN head(collect([n9.id, n9.kind])) AS v8
      }
      RETURN collect([e7.id, v8]) AS rows3
    }
    RETURN [rows3] AS v1
  }
  CALL () {
    UNWIND range(0, size($p2) - 1) AS i10
    WITH i10, $p2[i10] AS name11
    CALL (name11) {
      MATCH (:Name_A {folded: left(name11, 1000)})-[:NAMES]->(n12)
      WHERE name11 IN n12.names_folded
      WITH DISTINCT n12 ORDER BY n12.names_sort, n12.id LIMIT 20
      RETURN collect([n12.id, n12.kind]) AS v13
    }
    WITH v13 ORDER BY i10
    RETURN collect(v13) AS v2
  }
  RETURN [v1, v2] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
