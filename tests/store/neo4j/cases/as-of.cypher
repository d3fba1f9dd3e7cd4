CALL () {
  CALL () {
    MATCH (n2:City_A)
    WHERE n2.known_from <= $p6
    WITH n2 ORDER BY head(COLLECT {
      MATCH (n2)<-[:OF]-(c3)
      WHERE (c3.stored_population IS NOT NULL OR c3.absent_population IS NOT NULL) AND c3.standing IS NOT NULL AND c3.known_from <= $p6 AND c3.holds_from <= $p5 AND c3.holds_to >= $p5
      WITH c3 ORDER BY CASE WHEN c3.holds_from <= $p7 AND c3.holds_to >= $p7 THEN 0 ELSE 1 END, c3.standing, c3.width, size([x4 IN c3.sources_from WHERE x4 <= $p6]) DESC, CASE WHEN c3.tells_publication THEN 0 ELSE reduce(x5 = 0, x6 IN [i7 IN range(0, size(c3.sources) - 1) WHERE c3.sources_from[i7] <= $p6 | c3.sources_latest[i7]] | CASE WHEN x6 > x5 THEN x6 ELSE x5 END) END DESC, c3.id LIMIT 1
      RETURN c3.stored_population
    }) IS NULL, head(COLLECT {
      MATCH (n2)<-[:OF]-(c3)
      WHERE (c3.stored_population IS NOT NULL OR c3.absent_population IS NOT NULL) AND c3.standing IS NOT NULL AND c3.known_from <= $p6 AND c3.holds_from <= $p5 AND c3.holds_to >= $p5
      WITH c3 ORDER BY CASE WHEN c3.holds_from <= $p7 AND c3.holds_to >= $p7 THEN 0 ELSE 1 END, c3.standing, c3.width, size([x4 IN c3.sources_from WHERE x4 <= $p6]) DESC, CASE WHEN c3.tells_publication THEN 0 ELSE reduce(x5 = 0, x6 IN [i7 IN range(0, size(c3.sources) - 1) WHERE c3.sources_from[i7] <= $p6 | c3.sources_latest[i7]] | CASE WHEN x6 > x5 THEN x6 ELSE x5 END) END DESC, c3.id LIMIT 1
      RETURN c3.stored_population
    }) DESC, n2.id LIMIT $p4
    CALL (n2) {
      CALL (n2) {
        MATCH (p16:Passage_A)
        WHERE p16.id IN n2.citations AND p16.known_from <= $p6
        RETURN p16.source_id AS s15
        UNION
        MATCH (n2)<-[:OF]-(c17)
        WHERE c17.sources IS NOT NULL AND c17.known_from <= $p6 AND c17.holds_from <= $p5 AND c17.holds_to >= $p5
        UNWIND [i19 IN range(0, size(c17.sources) - 1) WHERE c17.sources_from[i19] <= $p6 | c17.sources[i19]] AS s15
        RETURN s15
        UNION
        MATCH (n2)-[f18]-()
        WHERE f18.sources IS NOT NULL AND f18.known_from <= $p6 AND f18.holds_from <= $p5 AND f18.holds_to >= $p5
        UNWIND [i20 IN range(0, size(f18.sources) - 1) WHERE f18.sources_from[i20] <= $p6 | f18.sources[i20]] AS s15
        RETURN s15
      }
      MATCH (n14:Entity_A {id: s15})
      WITH n14 ORDER BY n14.id
      RETURN collect([n14.id, n14.kind]) AS v13
    }
    CALL (n2) {
      CALL (n2) {
        MATCH (n2)-[f23:PARTY_TO]->(n24)
        WHERE f23.known_from <= $p6 AND f23.holds_from <= $p5 AND f23.holds_to >= $p5
        WITH n24, f23 ORDER BY n24.names_sort, n24.id, f23.id LIMIT $p2
        CALL (f23) {
          UNWIND range(0, size(f23.citations) - 1) AS i27
          MATCH (p26:Passage_A {id: f23.citations[i27]})
          WHERE p26.known_from <= $p6
          WITH p26, i27 ORDER BY i27
          RETURN collect([p26.paragraph]) AS v25
        }
        RETURN collect([v25, n24.id, n24.kind]) AS rows22
      }
      RETURN [rows22] AS v21
    }
    RETURN collect([n2.id, head(COLLECT {
      MATCH (n2)<-[:OF]-(c8)
      WHERE (c8.stored_population IS NOT NULL OR c8.absent_population IS NOT NULL) AND c8.standing IS NOT NULL AND c8.known_from <= $p6 AND c8.holds_from <= $p5 AND c8.holds_to >= $p5
      WITH c8 ORDER BY CASE WHEN c8.holds_from <= $p7 AND c8.holds_to >= $p7 THEN 0 ELSE 1 END, c8.standing, c8.width, size([x9 IN c8.sources_from WHERE x9 <= $p6]) DESC, CASE WHEN c8.tells_publication THEN 0 ELSE reduce(x10 = 0, x11 IN [i12 IN range(0, size(c8.sources) - 1) WHERE c8.sources_from[i12] <= $p6 | c8.sources_latest[i12]] | CASE WHEN x11 > x10 THEN x11 ELSE x10 END) END DESC, c8.id LIMIT 1
      RETURN c8.stored_population
    }), v13, v21]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
