CALL () {
  CALL () {
    MATCH (n1:Entity_A {id: $p1})
    CALL (n1) {
      CALL (n1) {
        MATCH (n1)<-[:OF]-(c4)
        WITH c4 ORDER BY c4.id LIMIT $p3
        CALL (c4) {
          UNWIND range(0, size(c4.citations) - 1) AS i7
          MATCH (p6:Passage_A {id: c4.citations[i7]})
          WITH p6, i7 ORDER BY i7
          CALL (p6) {
            MATCH (p6)-[:IN]->(n9)
            RETURN head(collect([n9.names, n9.kind])) AS v8
          }
          RETURN collect([v8, p6.paragraph, p6.footnote]) AS v5
        }
        RETURN collect([c4.id, c4.value, c4.isBest, c4.modality, v5]) AS rows3
      }
      RETURN [rows3] AS v2
    }
    CALL (n1) {
      UNWIND range(0, size(n1.sources) - 1) AS i12
      MATCH (n11:Entity_A {id: n1.sources[i12]})
      WITH n11, i12 ORDER BY i12
      RETURN collect([n11.id, n11.kind]) AS v10
    }
    RETURN collect([n1.population, v2, v10, n1.kind]) AS entity
  }
  RETURN [entity] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
