CALL () {
  CALL () {
    MATCH (n5:Entity_A) WHERE n5.id = $p1
    MATCH (n3)<-[f4:PARTY_TO]-(n5)
    WHERE f4.modality = $p2
    WITH DISTINCT n3
    WHERE n3:Treaty_A AND NOT coalesce(n3.status = $p3, false)
    RETURN count(*) AS total6
  }
  RETURN [[], total6] AS answer
}
MATCH (release:Release_A)
RETURN answer, release.generation AS generation;
