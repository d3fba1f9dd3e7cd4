CALL () {
  CALL () {
    MATCH (e2:TimelineEntry_A)
    WHERE e2.date_earliest IS NOT NULL AND CASE e2.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p1 AND any(x5 IN e2.kinds WHERE x5 IN $p2) AND (e2.date_latest <= $p5 OR e2.until_latest <= $p5) AND (e2.until_earliest >= $p3 OR e2.date_earliest >= $p3)
    WITH e2 ORDER BY e2.date_earliest, e2.date_latest, e2.id LIMIT $p7
    CALL (e2) {
      MATCH (e2)-[:INVOLVES]->(n4)
      WITH DISTINCT n4 ORDER BY n4.id
      RETURN collect([n4.id, n4.kind]) AS v3
    }
    RETURN collect([e2.id, e2.titles, e2.date, v3]) AS rows1
  }
  CALL () {
    MATCH (e6:TimelineEntry_A)
    WHERE CASE e6.isBest WHEN true THEN 1 WHEN false THEN 0 END = $p1 AND any(x7 IN e6.kinds WHERE x7 IN $p2) AND (e6.date_latest <= $p5 OR e6.until_latest <= $p5) AND (e6.until_earliest >= $p3 OR e6.date_earliest >= $p3)
    RETURN count(*) AS total8
  }
  RETURN [rows1, total8] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
