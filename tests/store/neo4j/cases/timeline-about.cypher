CALL () {
  CALL () {
    MATCH (n4:Entity_A)
    WHERE n4.id IN ($p1 + COLLECT {
      UNWIND $p2 AS name5
      MATCH (:Name_A {folded: left(name5, 1000)})-[:NAMES]->(n6)
      WHERE name5 IN n6.names_folded
      RETURN n6.id
    })
    RETURN collect(n4) AS l1
  }
  CALL (l1) {
    CALL (l1) {
      UNWIND l1 AS n8
      MATCH (n8)<-[:DATES|INVOLVES]-(e9:TimelineEntry)
      WHERE CASE e9.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p3
      WITH DISTINCT e9 ORDER BY e9.date_earliest, e9.date_latest, e9.id LIMIT $p5
      CALL (e9) {
        MATCH (e9)-[:DATES]->(n11)
        RETURN head(collect([n11.id, n11.kind])) AS v10
      }
      RETURN collect([e9.id, v10]) AS rows7
    }
    RETURN [rows7] AS v2
  }
  CALL () {
    UNWIND range(0, size($p2) - 1) AS i12
    WITH i12, $p2[i12] AS name13
    CALL (name13) {
      MATCH (:Name_A {folded: left(name13, 1000)})-[:NAMES]->(n14)
      WHERE name13 IN n14.names_folded
      WITH DISTINCT n14 ORDER BY n14.names_sort, n14.id LIMIT 20
      RETURN collect([n14.id, n14.kind]) AS v15
    }
    WITH v15 ORDER BY i12
    RETURN collect(v15) AS v3
  }
  RETURN [v2, v3] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
