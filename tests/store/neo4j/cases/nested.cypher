CALL () {
  CALL () {
    MATCH (n2:City_A)
    WHERE n2.names_sort IS NOT NULL
    WITH n2 ORDER BY n2.names_sort, n2.id LIMIT $p6
    CALL (n2) {
      CALL (n2) {
        MATCH (n2)-[f5:PARTY_TO]->(n6)
        WITH n6, f5 ORDER BY n6.concludedOn_earliest, n6.concludedOn_latest, n6.id, f5.id LIMIT $p4
        CALL (n6) {
          CALL (n6) {
            MATCH (n6)<-[f9:PARTY_TO]-(n10)
            WITH n10, f9 ORDER BY n10.names_sort, n10.id, f9.id LIMIT $p2
            RETURN collect([n10.id, n10.names, n10.kind]) AS rows8
          }
          RETURN [rows8] AS v7
        }
        RETURN collect([n6.id, v7, n6.kind]) AS rows4
      }
      RETURN [rows4] AS v3
    }
    RETURN collect([n2.id, v3]) AS rows1
  }
  RETURN [rows1] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
