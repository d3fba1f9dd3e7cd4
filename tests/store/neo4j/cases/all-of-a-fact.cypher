CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)-[f4:PARTY_TO]->(n5)
        WITH n5, f4 ORDER BY n5.names_sort, n5.id, f4.id LIMIT $p3
        CALL (f4) {
          UNWIND range(0, size(f4.citations) - 1) AS i8
          MATCH (p7:Passage_A {id: f4.citations[i8]})
          WITH p7, i8 ORDER BY i8
          CALL (p7) {
            MATCH (p7)-[:IN]->(n10)
            RETURN head(collect([n10.id, n10.kind])) AS v9
          }
          RETURN collect([p7.paragraph, v9]) AS v6
        }
        RETURN collect([f4.id + '>', f4.role, f4.seat, f4.validTime, v6, n5.names_sort, n5.id, f4.id, n5.kind]) AS rows3
      }
      RETURN [rows3] AS v2
    }
    RETURN collect([v2, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
