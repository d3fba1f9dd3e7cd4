CALL () {
  CALL () {
    MATCH (n7:Entity_A) WHERE n7.id = $p1
    MATCH (n7)-[:PARTY_TO]->(n3)
    WITH DISTINCT n3
    WHERE n3:Treaty_A AND EXISTS {
      MATCH (n3)<-[f4:PARTY_TO]-(n5)
      WHERE n5.id = $p1 AND f4.modality = $p2
    } AND NOT coalesce(n3.status = $p3, false)
    RETURN count(*) AS total6
  }
  RETURN [[], total6] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
