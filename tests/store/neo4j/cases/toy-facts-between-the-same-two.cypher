CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)-[f4:PARTY_TO]->(n5)
        WHERE n5.id = $p2
        WITH n5, f4 ORDER BY n5.names_sort, n5.id, f4.id LIMIT $p4
        CALL (f4) {
          UNWIND range(0, size(f4.citations) - 1) AS i8
          MATCH (p7:Passage_A {id: f4.citations[i8]})
          WITH p7, i8 ORDER BY i8
          RETURN collect([p7.footnote]) AS v6
        }
        RETURN collect([f4.id + '>', f4.rank, f4.rankReason, f4.role, f4.seat, f4.share, v6, n5.names, n5.kind]) AS rows3
      }
      CALL (n1) {
        MATCH (n1)-[f9:PARTY_TO]->(n10)
        WHERE n10.id = $p2
        RETURN count(*) AS total11
      }
      RETURN [rows3, total11] AS v2
    }
    RETURN collect([v2, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
