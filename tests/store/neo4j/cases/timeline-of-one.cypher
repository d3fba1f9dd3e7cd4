CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)<-[:DATES|INVOLVES]-(e4:TimelineEntry)
        WHERE CASE e4.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p2
        WITH DISTINCT e4 ORDER BY e4.date_earliest, e4.date_latest, e4.id LIMIT $p4
        RETURN collect([e4.id]) AS rows3
      }
      CALL (n1) {
        MATCH (n1)<-[:DATES|INVOLVES]-(e5:TimelineEntry)
        WHERE CASE e5.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p2
        RETURN count(DISTINCT e5) AS total6
      }
      RETURN [rows3, total6] AS v2
    }
    CALL (n1) {
      MATCH (n1)<-[:CONCERNS]-(x8)
      WITH x8 ORDER BY x8.property, x8.id
      RETURN collect([x8.id]) AS v7
    }
    RETURN collect([v2, v7, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
